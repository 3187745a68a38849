"""Jejaring."""
