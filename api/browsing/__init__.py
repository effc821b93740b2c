"""The public pages /regelingen: the catalogue on a date, to look through without a talk and without JavaScript."""
