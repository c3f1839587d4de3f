"""Personnel actions: proposals, their gates, hearings, votes, decisions and effects.

Other slices use only the names exported here.
"""
