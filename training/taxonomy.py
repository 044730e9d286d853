"""The label sets of the signals, in the order of the model's outputs. Ids are stable: they are stored and exported."""

INTENTS = [
    "order.status", "order.place", "order.change", "order.cancel",
    "delivery.late", "delivery.damaged_or_wrong", "delivery.address", "delivery.options",
    "return.request", "refund.request", "refund.status",
    "billing.dispute", "billing.invoice", "billing.payment_failed", "billing.payment_method", "billing.pricing",
    "subscription.cancel", "subscription.change",
    "account.login", "account.create", "account.update", "account.close", "account.security",
    "tech.bug", "tech.outage", "tech.howto", "tech.setup",
    "product.info", "product.availability", "feature.request",
    "complaint", "praise", "human.request", "followup",
    "social.greeting", "social.thanks", "other",
]
SENTIMENTS = ["negative", "neutral", "positive"]
EMOTIONS = ["anger", "frustration", "disappointment", "worry", "confusion", "gratitude", "satisfaction", "none"]
URGENCIES = ["low", "normal", "high", "critical"]
FLAGS = ["churn", "legal", "public", "repeat", "vulnerable", "abuse", "security"]

# One label a message (softmax); `flags` is the only head with any number of labels (sigmoid).
SINGLE_LABEL_HEADS = {"sentiment": SENTIMENTS, "emotion": EMOTIONS, "urgency": URGENCIES, "intents": INTENTS}

# Output names of the graph.
LOGITS = {
    "sentiment": "sentiment_logits",
    "emotion": "emotion_logits",
    "urgency": "urgency_logits",
    "intents": "intent_logits",
    "flags": "flag_logits",
}
