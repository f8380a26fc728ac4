//! First Light.
