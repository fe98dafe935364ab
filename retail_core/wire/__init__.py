"""The messages that cross the network, and the bodies of the facts that they carry."""
