"""What is made of a clip once, to find one's way in it: pictures, measures, proxy."""
