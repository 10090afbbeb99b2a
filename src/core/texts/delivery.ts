/** What the bot says about digests that could not be delivered, and about what it has to correct. */
export const deliveryTexts = {
  "delivery.stopped": "A digest of yours has stopped",
  "delivery.refused":
    "I may no longer post in {place}: the platform answered {code}. So I switched the digest there off.",
  "delivery.resume":
    "Once I may post there again, write {line} in that channel to start a new one.",
  "delivery.correction": "Correction",
  "delivery.corrected": "A statement made here is now rejected by the record.",
  "delivery.instead": "What the record says now",
} as const;
