"""Questions that a person asks: a query, an indicator, and what may be disclosed."""
