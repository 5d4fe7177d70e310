"""Rows → Finding: the conditions, votes and money of commendation."""
