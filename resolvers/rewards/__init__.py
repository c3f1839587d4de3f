"""Bonus fund, additional income, and the lists that share them out.

Other slices use only the names exported here.
"""
