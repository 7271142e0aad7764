// What the index and the one who asks it must agree upon.
export const OPTIONS = {
  fields: ["heading", "text", "page"],
  storeFields: ["address", "page", "heading", "begins"],
  // `np.array` is found by "array", and "x_mean" by "mean".
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
  searchOptions: {
    boost: { heading: 4, page: 2 },
    combineWith: "AND",
    fuzzy: (word) => (word.length > 3 ? 0.25 : false),
    prefix: true,
  },
};
