"""Petitions against scores and classifications.

Other slices use only the names exported here.
"""
