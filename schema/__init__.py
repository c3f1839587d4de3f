"""The contract: GraphQL types, inputs and root fields; each says where its values live."""
