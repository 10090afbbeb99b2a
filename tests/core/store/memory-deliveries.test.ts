import { createMemoryDeliveries } from "../../../src/core/store/memory-deliveries.ts";
import { deliveriesContract } from "../../contracts/deliveries.ts";

deliveriesContract("the memory store", async () => createMemoryDeliveries());
