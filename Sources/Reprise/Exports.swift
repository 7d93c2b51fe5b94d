// Hosts that import the façade speak of times, sizes and frames by their own names.
@_exported public import Media
