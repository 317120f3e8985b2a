"""How good is it: retrieval, citations and abstention, measured on labelled questions."""
