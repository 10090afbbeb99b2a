import { createMemoryStore } from "#core";
import { storeContract } from "../../contracts/store.ts";

storeContract("the memory store", async () => createMemoryStore());
