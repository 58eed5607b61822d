"""Measure the answers: question sets, scores with intervals, retrieval, times."""
