"""Files that are kept beside the database: agreements as signed, signed sheets, evidence."""

from typing import ClassVar

import sqlalchemy as sa

from models.base import Row, rule, unique
from models.codes import DocumentKind
from models.columns import Privacy, closed, internal


class Document(Row, table=True):
    """One row is one stored file and the row it belongs to.

    The file stands in the folder beside the database, under its hash; a file that was changed
    there no longer has it. The name may tell about persons and never leaves the unit.
    """

    __tablename__ = "document"
    called: ClassVar = ("Dokumen tersimpan", "Stored documents")
    __table_args__ = (
        unique("sha256"),
        rule("sha256_is_whole", "length(sha256) = 64"),
        rule("size_is_positive", "size > 0"),
        sa.Index("ix_document_table_name_row_id", "table_name", "row_id"),
    )
    natural_key: ClassVar = ("sha256",)

    sha256: str = internal("Sidik berkas", "File hash", max_length=64)
    kind: DocumentKind = internal("Jenis dokumen", "Kind", sa_type=closed(DocumentKind, "kind"))
    name: str = internal("Nama berkas", "File name", Privacy.IDENTIFIER, max_length=255)
    size: int = internal("Ukuran", "Size")
    table_name: str = internal("Tabel", "Table", max_length=80)
    row_id: int = internal("Baris", "Row")
