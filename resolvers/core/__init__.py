"""What every slice stands on: request, transaction, refusals, tables and their visibility."""
