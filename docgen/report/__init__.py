"""Facts of the units' reports → a year-end report in an official form, checked before it is handed over."""
