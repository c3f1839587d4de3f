"""What another agency reads of a person, for a stated purpose and a limited time.

Other slices use only the names exported here.
"""
