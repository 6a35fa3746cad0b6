// The Reader place.
import { useParams } from '@tanstack/react-router';
import { PageImage } from '../page-image/PageImage.tsx';

export function ReaderPlace() {
  const { documentId } = useParams({ from: '/d/$documentId' });
  return <PageImage documentId={documentId} pageNumber={1} boxes={[]} label="Page 1" />;
}
