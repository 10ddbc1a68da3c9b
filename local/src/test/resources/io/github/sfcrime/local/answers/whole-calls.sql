-- The calls themselves.
FROM calls
