"""Verdicts: in which figures of what is given does the goal hold, and what tells these figures from the others?"""
