//! Passphrases that can be told by voice.
//!
//! The words are the first short list of the Electronic Frontier Foundation (Joseph Bonneau 2016, CC BY 3.0):
//! 1,296 words of at most five letters that most people know. Five of them drawn at random are one of
//! 3.7 × 10¹⁵, which is 51.7 bits; with the work that each try takes, years for a large computing centre.

use diceware_wordlists::EFF_SHORT_WORDLIST_1 as LIST;

/// How many words a passphrase has.
pub const WORDS: usize = 5;

/// The length of the chance that a passphrase takes, in bytes.
pub const CHANCE: usize = 4 * WORDS;

/// A passphrase of five words. With numbers as long as these, each word is as likely as any other but for
/// one part in three million.
#[must_use]
pub fn suggest(chance: &[u8; CHANCE]) -> String {
    let (numbers, _) = chance.as_chunks::<4>();
    let words = numbers.iter().filter_map(|number| {
        let number = u32::from_le_bytes(*number) as usize;
        LIST.get(number % LIST.len()).copied()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_is_as_long_as_the_entropy_says() {
        let different: BTreeSet<_> = LIST.iter().collect();
        assert_eq!(different.len(), 1_296);
        let bits = f64::from(1_296).log2() * 5.0;
        assert!(bits > 51.6, "{bits}");
    }

    #[test]
    fn the_same_chance_gives_the_same_words_and_another_gives_others() {
        let one = suggest(&[0; CHANCE]);
        assert_eq!(one.split(' ').count(), WORDS);
        assert_eq!(one, suggest(&[0; CHANCE]));
        let mut chance = [0; CHANCE];
        chance[4] = 1;
        let other = suggest(&chance);
        let differ = one.split(' ').zip(other.split(' '));
        assert_eq!(differ.filter(|(one, other)| one != other).count(), 1);
    }
}
