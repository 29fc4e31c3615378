/**
 * A rule of the network and not a field of a date: whoever comes to anything in this calendar pays nothing, and the form
 * in which a series is planned says so before it is made public. Pages and feeds ask here. What costs something has no
 * place here until a date has a price of its own; then this becomes a question to the date.
 */
export const IS_FREE = true;
