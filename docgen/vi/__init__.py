"""Vietnamese both ways: numbers, dates, units and words are read and written here."""
