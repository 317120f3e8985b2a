"""What our two small models are taught besides public data: texts written for it, with claims and questions.

Runs from a checkout: neither the texts (`evals/taught`) nor the training code of the models is installed.
"""
