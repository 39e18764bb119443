"""Chinese: its words (`lexicon`), how a text is cut into them (`words`), and its sentences, from the inside out: nouns and
their names (`heads`), what belongs to what (`belonging`), lists and expressions (`nouns`), clauses with words of their own
(`remarks`), verbs (`predicates`), constructions (`drawing`), sentences (`grammar`), subjects that are left out (`topics`).
"""
