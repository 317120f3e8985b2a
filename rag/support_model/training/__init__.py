"""How the weights were made. Imported by nothing at run time; needs torch, scikit-learn and scipy."""
