"""What the screens share: filters, figures, tables, and answers kept for a while."""
