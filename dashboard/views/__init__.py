"""One module a screen: title, empty case, figures, chart, table, source line."""
