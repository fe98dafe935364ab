"""Close shift: count blind, one amount a tender; then the differences and the Z as it prints."""
