/** What a spreadsheet would take for a formula: also after white space and line breaks, and in full width. */
export const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
