"""Answers to questions: exact values, recognized from many digits and then proved."""
