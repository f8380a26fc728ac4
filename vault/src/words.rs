//! Passphrases that can be told by voice.
//!
//! The words are from the first short list of the Electronic Frontier Foundation (Joseph Bonneau 2016, CC BY 3.0):
//! words of at most five letters that most people know. Whoever hands a plan over may be having a bad day, so words
//! that are sad or harsh, that shame, or that speak of death, violence, illness, bodies or drink are left out. Five of
//! the 985 others, drawn at random, are one of 9.3 × 10¹⁴, which is 49.7 bits; with the work that each try takes, years
//! for a large computing centre.

use diceware_wordlists::EFF_SHORT_WORDLIST_1 as LIST;

/// How many words a passphrase has.
pub const WORDS: usize = 5;

/// The length of the chance that a passphrase takes, in bytes.
pub const CHANCE: usize = 4 * WORDS;

/// What nobody is to read out to somebody else.
const LEFT_OUT: &str = "\
    acid aged agony alarm alibi alien alone anger armed armor army arson ashen ashes bash bats blade blast \
    bleak blimp bloat blunt blurt boast boned boney bony botch bribe bride brink broke bulge bulk bully bust \
    cage chain chaos chase chomp chump chunk clash cling clump coke cough cramp crave crawl crazy crept crib \
    cried crook crumb crush cult curse curvy cut dad darn deaf debt decay decoy dense dent dimly dingy ditch \
    ditzy dizzy dodge dose drab drama drank droop drown dug dwarf eaten edge eject empty erase error erupt \
    evade evict evil exit false fang femur fetal fever filth final flaky fled flop foe fog fool frail fray \
    frown froze gag gas gore grave grief groom grope grunt gut harm hash hasty hate hazy heave hefty hump \
    hung hunk hunt hurry hurt hush icy islam jab jaws jolt judge jump junky juror jury keg kick lash last \
    late lazy left limb liver lung lurch lure lurk lying mace mama marry moan mold mom moody mummy mute nag \
    nerd nutty omen ouch oven pagan panic panty pest petty plead plot poach poker polio poser pound pout \
    prank probe prude pry punch punk quake quit rabid race rage raid rant rash rebel repel rigid riot risk \
    rival rogue rope ruin runny rush rut sadly scam scare scary scoff scold scorn scowl scrap scuff sect \
    shady shaft shaky sham shock shout shove shred shun shush shut shy siren slack slain slam slang slash \
    slice slimy slit slob slum slurp slush smash smell smirk smog snare snarl sneak sneer snub snuff spew \
    spied spoil stain stank stark sting stole stomp stout stray stuck stung stunt sulk swear sweat swore \
    tacky tarot taunt theft thigh thong thorn throb trap trash trial trick trump tummy uncut vice viral \
    virus vixen void wager wasp widow wife wilt wimp womb woozy worry wound wrath wreck yelp zero";

/// The words that a passphrase may have, in the order of the alphabet.
fn words() -> Vec<&'static str> {
    let mut left_out = LEFT_OUT.split_ascii_whitespace().peekable();
    // Both lists are in the order of the alphabet.
    let is_kind = |word: &&str| left_out.next_if_eq(word).is_none();
    LIST.iter().copied().filter(is_kind).collect()
}

/// A passphrase of five words. With numbers as long as these, each word is as likely as any other but for
/// one part in four million.
#[must_use]
pub fn suggest(chance: &[u8; CHANCE]) -> String {
    let (numbers, _) = chance.as_chunks::<4>();
    let list = words();
    let words = numbers.iter().filter_map(|number| {
        let number = u32::from_le_bytes(*number) as usize;
        list.get(number % list.len()).copied()
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_list_is_as_long_as_the_entropy_says() {
        let different: BTreeSet<_> = words().into_iter().collect();
        assert_eq!(different.len(), 985);
        assert_eq!(words().len(), 985);
        let bits = f64::from(985).log2() * 5.0;
        assert!(bits > 49.7, "{bits}");
    }

    /// One that is not in the list, or in another place, would let in every word after it.
    #[test]
    fn every_word_that_is_left_out_was_there() {
        let left_out: Vec<_> = LEFT_OUT.split_ascii_whitespace().collect();
        assert_eq!(words().len() + left_out.len(), LIST.len());
        let words = words();
        for harsh in left_out {
            assert!(!words.contains(&harsh), "{harsh}");
        }
        for harsh in ["grave", "grief", "shame", "slit", "alone", "fat", "crib"] {
            assert!(!words.contains(&harsh), "{harsh}");
        }
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
