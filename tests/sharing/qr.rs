//! QR codes, read back by another program from the picture that is shown.

use crate::BASE;
use crate::copies::chosen;
use crate::support::short_plan;
use first_light::sharing::copy::pack;
use first_light::sharing::envelope::Kind;
use first_light::sharing::link;
use first_light::sharing::qr::{LONGEST, Picture, draw};
use proptest::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The picture as a PNG file, drawn by a program that draws SVG.
fn png(picture: &Picture) -> Vec<u8> {
    let Picture { size, path } = picture;
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}"><path fill="white" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>"#
    );
    let tree = Tree::from_str(&svg, &Options::default()).expect("it is SVG");
    let mut pixels = Pixmap::new(3 * size, 3 * size).expect("room");
    resvg::render(&tree, Transform::from_scale(3.0, 3.0), &mut pixels.as_mut());
    pixels.encode_png().expect("it is a picture")
}

/// What another program reads in a PNG file.
fn scanned(png: &[u8]) -> String {
    let pixels = Pixmap::decode_png(png).expect("it is a PNG");
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        pixels.data()[4 * (y * width + x)]
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().expect("it can be read").1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_plan_that_fits_comes_back_through_a_picture(plan in short_plan()) {
        let packed = pack(&chosen(&plan), None);
        let link = link::write(BASE, Kind::LockedCopy, &packed);
        prop_assume!(link.as_ref().is_ok_and(|link| link.len() <= LONGEST));
        let link = link.unwrap_or_default();
        let picture = draw(&link).expect("it fits");
        let seen = scanned(&png(&picture));
        prop_assert_eq!(&seen, &link);
        prop_assert_eq!(link::find(&seen), Ok((Kind::LockedCopy, packed)));
    }
}

#[test]
fn the_longest_code_can_be_read_and_a_longer_one_is_not_made() {
    let text = "aB3-".repeat(LONGEST / 4);
    let picture = draw(&text).expect("it fits");
    assert_eq!(scanned(&png(&picture)), text);
    assert_eq!(draw(&(text + "x")), None);
}
