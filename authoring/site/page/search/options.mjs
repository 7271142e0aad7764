// Pages about the course: they are found, but after what the course itself says.
const ABOUT = /^(conformance|coverage|errata)\.html/;

// What the index and the one who asks it must agree upon.
export const OPTIONS = {
  fields: ["heading", "text", "page"],
  storeFields: ["address", "page", "heading", "begins"],
  // `np.array` is found by "array", and "x_mean" by "mean".
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean),
  searchOptions: {
    boost: { heading: 4, page: 2 },
    boostDocument: (id, term, { address }) => (ABOUT.test(address) ? 0.1 : 1),
    combineWith: "AND",
    fuzzy: (word) => (word.length > 3 ? 0.25 : false),
    prefix: true,
  },
};
