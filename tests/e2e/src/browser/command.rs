//! A command as the driver gets it.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::Value;

/// One command of W3C WebDriver, or of a driver's own additions, under the session's address.
#[derive(Debug)]
pub(super) struct Command {
    pub(super) path: &'static str,
    pub(super) method: Method,
    pub(super) body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        let body = self.body.as_ref().map(Value::to_string);
        (self.method.clone(), body)
    }
}
