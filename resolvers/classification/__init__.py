"""The annual classification of people.

Other slices use only the names exported here.
"""
