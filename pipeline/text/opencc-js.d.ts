/** OpenCC's table of traditional characters: entries “traditional simplified”, parted by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  export default dictionary;
}
