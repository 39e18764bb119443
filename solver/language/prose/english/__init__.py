"""English: its words (`lexicon`), how a text is brought to them (`words`), and its sentences, from the inside out: what
stands between phrases (`joints`), nouns and their names (`heads`), what stands after a noun (`belonging`), lists,
expressions and equations (`nouns`), what a thing is said to be (`adjectives`), verbs (`predicates`), clauses with words of
their own (`remarks`), constructions (`drawing`), what is to be proved (`goals`), sentences (`grammar`).
"""
