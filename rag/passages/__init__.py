"""The provision that answers, as a short exact quote."""
