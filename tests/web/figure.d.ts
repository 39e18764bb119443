// What solver/proof/write/page/drawing.js and walk.js give to the modules of the page.
declare function liveFigure(svg: any, figure: any, words: any, moved?: (live: any) => void): any;
declare function walkThrough(root: any, lines: any, live: any, changed?: (number: number | null) => void): any;
declare function tellIn(root: any, language: string, style: string, words: any, button: any): void;
declare function otherStyle(styles: string[], shown: string): string;
declare function stylesIn(root: any, language: string): string[];
declare function residualsIn(words: any, live: any): string;
declare function checkedClaims(certificate: any, order: any, claims: any): any;
declare function checkedInWords(words: any, checked: any): string;
