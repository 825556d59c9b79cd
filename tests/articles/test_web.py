import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dragoman.articles.read import read_articles
from dragoman.errors import InputError
from dragoman.types import Article

TEXT = "La ministra de Exteriores viajó el lunes a Lisboa para reunirse con su homólogo portugués y hablar de la pesca."
PAGE = f"<html lang='es'><head><title>Viaje</title></head><body><article><h1>Viaje</h1><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/old":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        self.send_response(200 if self.path == "/page" else 403)
        self.send_header("Content-Type", "text/html; charset=latin-1")
        self.end_headers()
        self.wfile.write(PAGE.encode("latin-1"))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_decoded_and_followed(address: str) -> None:
    [article] = read_articles(f"{address}/old")
    assert isinstance(article, Article)
    assert article.language == "es"
    assert article.url == f"{address}/page"
    assert "homólogo portugués" in article.text


def test_a_refusing_server_is_one_clear_error(address: str) -> None:
    with pytest.raises(InputError, match="403"):
        list(read_articles(f"{address}/secret"))


def test_nobody_listening_is_one_clear_error() -> None:
    with pytest.raises(InputError, match="cannot be fetched"):
        list(read_articles("http://127.0.0.1:9/page"))
