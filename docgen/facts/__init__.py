"""Figure → Fact: what each figure measures."""
