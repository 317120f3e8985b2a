"""Weights and thresholds, fitted on tuning questions and claims. Each module prints what somebody then copies into the product."""
