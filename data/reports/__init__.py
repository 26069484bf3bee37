"""What a document says, as values: no words of a language, no layout."""
