"""How questions are put, and which plans they are put to."""
