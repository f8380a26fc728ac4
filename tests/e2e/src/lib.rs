//! First Light in real browsers.
