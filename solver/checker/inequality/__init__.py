"""Certificates of inequalities and extreme values: their rule, `bound`, and what they need beyond their steps.

Other certificates are checked without this.
"""
