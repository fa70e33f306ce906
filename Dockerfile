# A worker of this checkout: docker build -t rasad . && docker run --rm rasad replay --speed max
FROM python:3.11-slim
WORKDIR /rasad
RUN useradd --create-home rasad && pip install --no-cache-dir uv
# The pinned packages first: they change less often than the code.
COPY requirements.lock pyproject.toml README.md LICENSE CHANGELOG.md ./
RUN uv pip install --system --no-cache --require-hashes -r requirements.lock
COPY streams streams
COPY agents agents
COPY seeds seeds
RUN uv pip install --system --no-cache --no-deps --no-build-isolation .
USER rasad
ENTRYPOINT ["rasad"]
